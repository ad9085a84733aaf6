// What the shop sells: services with their packages, in the order and on the shelf as customers find them.

import { Button, Group, Menu, SegmentedControl, Skeleton, Stack } from "@mantine/core";
import { Download, Package as PackageIcon, Plus, SearchX, Smartphone, Upload } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { newKey } from "@/api/keys";
import { useChange } from "@/api/useChange";
import { useSession } from "@/session/session";
import { download } from "@/ui/download";
import { EmptyState } from "@/ui/EmptyState";
import { Page } from "@/ui/Page";
import { Pager } from "@/ui/paging";
import { ProblemNotice, useTell } from "@/ui/problems";
import { SearchField } from "@/ui/SearchField";
import { CatalogForms } from "./CatalogForms";
import { EXPORT } from "./documents";
import { PreviewAside } from "./PreviewAside";
import { ServiceList } from "./ServiceList";
import { useCatalog, usePlaces } from "./useCatalog";
import "./catalog.css";

export default function Catalog() {
  const { t } = useTranslation(["catalog", "common"]);
  const { can } = useSession();
  const catalog = useCatalog();
  const { go } = usePlaces();
  const { services } = catalog;
  const mayWrite = can("catalog:write");
  const make = () => {
    go({ form: "new-service" });
  };
  return (
    <Page
      title={t("title")}
      description={t("description")}
      actions={
        <>
          <Button
            className="catalog-narrow"
            variant="default"
            leftSection={<Smartphone size={16} aria-hidden />}
            onClick={() => {
              go({ show: "menu" });
            }}
          >
            {t("preview.title")}
          </Button>
          {mayWrite && (
            <Button component={Link} to="/catalog/import" variant="default" leftSection={<Upload size={16} aria-hidden />}>
              {t("import.open")}
            </Button>
          )}
          <ExportMenu />
          {mayWrite && (
            <Button leftSection={<Plus size={16} aria-hidden />} onClick={make}>
              {t("newService")}
            </Button>
          )}
        </>
      }
    >
      <div className="catalog">
        <Stack gap="md" miw={0}>
          <Group gap="sm">
            <SearchField label={t("search")} value={catalog.search} onSearch={catalog.setSearch} className="catalog-search" />
            <SegmentedControl
              size="sm"
              aria-label={t("shelf.label")}
              value={catalog.shelf ?? "all"}
              onChange={(value) => {
                catalog.setShelf(value === "all" ? null : value);
              }}
              data={(["all", "active", "hidden"] as const).map((value) => ({ value, label: t(`shelf.${value}`) }))}
            />
          </Group>
          {catalog.problem && <ProblemNotice problem={catalog.problem} onRetry={catalog.refresh} />}
          {services === undefined && catalog.isLoading && <Skeletons label={t("common:list.loading")} />}
          {services !== undefined && services.length > 0 && <ServiceList services={services} isFixed={!mayWrite || !catalog.isWhole} />}
          {services?.length === 0 && (
            <div className="card">
              {catalog.isFiltered ? (
                <EmptyState icon={SearchX} title={t("common:list.nothingFound")} advice={t("common:list.nothingFoundAdvice")} />
              ) : (
                <EmptyState
                  icon={PackageIcon}
                  title={t("empty.title")}
                  advice={t("empty.advice")}
                  action={
                    mayWrite && (
                      <Group mt="sm" gap="xs" justify="center">
                        <Button onClick={make}>{t("newService")}</Button>
                        <Button component={Link} to="/catalog/import" variant="default">
                          {t("import.open")}
                        </Button>
                      </Group>
                    )
                  }
                />
              )}
            </div>
          )}
          {catalog.pageInfo && <Pager pageInfo={catalog.pageInfo} />}
        </Stack>
        <PreviewAside services={services} />
      </div>
      {mayWrite && <CatalogForms services={services} />}
    </Page>
  );
}

function Skeletons({ label }: { label: string }) {
  return (
    <>
      {[0, 1, 2].map((place) => (
        <Stack key={place} className="card" p="md" gap="lg">
          {[260, 180, 220, 200].map((width) => (
            <Group key={width} justify="space-between" wrap="nowrap">
              <Skeleton h={16} w={width} maw="50%" />
              <Skeleton h={16} w={120} />
            </Group>
          ))}
        </Stack>
      ))}
      <span role="status" className="visually-hidden">
        {label}
      </span>
    </>
  );
}

function ExportMenu() {
  const { t } = useTranslation(["catalog", "common"]);
  const tell = useTell();
  const [make, isMaking] = useChange(EXPORT);
  const take = async (format: "CSV" | "JSON") => {
    const { payload, problem } = await make({ input: { format, idempotencyKey: newKey() } });
    if (problem) tell.problem(problem);
    else download(payload.url);
  };
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button variant="default" loading={isMaking} leftSection={<Download size={16} aria-hidden />}>
          {t("export.button")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void take("CSV")}>{t("export.csv")}</Menu.Item>
        <Menu.Item onClick={() => void take("JSON")}>{t("export.json")}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
