import { Text } from "@mantine/core";
import { useFormat } from "@/i18n/format";

/** How many there are in all, beside a heading. */
export function Total({ count }: { count: number | null | undefined }) {
  const format = useFormat();
  if (count == null || count === 0) return null;
  return (
    <Text fz="sm" className="muted num">
      {format.number(count)}
    </Text>
  );
}
