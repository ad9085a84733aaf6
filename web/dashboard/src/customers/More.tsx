import { Button, Center } from "@mantine/core";
import { useTranslation } from "react-i18next";

export const FIRST_SHOWN = 10;
// As many as the API gives at once.
const MOST_SHOWN = 100;

interface MoreProps {
  hasMore: boolean | undefined;
  last: number;
  isBusy: boolean;
  onMore: (last: number) => void;
}

/** Shows older entries below those that are shown. */
export function More({ hasMore, last, isBusy, onMore }: MoreProps) {
  const { t } = useTranslation("common");
  if (hasMore !== true || last >= MOST_SHOWN) return null;
  return (
    <Center mt="xs">
      <Button
        size="xs"
        variant="default"
        loading={isBusy}
        onClick={() => {
          onMore(Math.min(last + 30, MOST_SHOWN));
        }}
      >
        {t("actions.loadMore")}
      </Button>
    </Center>
  );
}
