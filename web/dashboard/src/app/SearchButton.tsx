// The way to the search, by pointer and by Ctrl-K.

import { Button, Kbd, Text } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { Search as SearchIcon } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";

const Search = lazy(() => import("./Search"));

export function SearchButton() {
  const { t } = useTranslation("app");
  const [isWanted, setIsWanted] = useState(false);
  const open = () => {
    // The first time it opens by itself; from then on it hears Ctrl-K, too.
    if (isWanted) void import("@mantine/spotlight").then(({ spotlight }) => spotlight.open());
    else setIsWanted(true);
  };
  useHotkeys(isWanted ? [] : [["mod+K", open]], []);
  return (
    <>
      <Button
        variant="default"
        size="sm"
        c="var(--app-muted)"
        fw={450}
        leftSection={<SearchIcon size={16} aria-hidden />}
        rightSection={
          <Kbd size="xs" visibleFrom="sm">
            Ctrl K
          </Kbd>
        }
        onClick={open}
        aria-keyshortcuts="Control+K"
      >
        <Text span visibleFrom="xs" fz="sm">
          {t("search.button")}
        </Text>
        <Text span hiddenFrom="xs" fz="sm">
          {t("search.short")}
        </Text>
      </Button>
      <Suspense>{isWanted && <Search />}</Suspense>
    </>
  );
}
