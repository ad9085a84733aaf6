// A table of a connection: headings, skeleton, empty state, and rows that lead somewhere.

import { Skeleton, Table } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";

export interface Column<Row> {
  key: string;
  header: string;
  render: (row: Row) => ReactNode;
  align?: "start" | "end";
  /** Left out on screens narrower than this. */
  from?: "sm" | "md" | "lg";
  width?: number | string;
}

export interface DataTableProps<Row extends { id: string }> {
  /** What the table lists, for screen readers. */
  label: string;
  columns: Column<Row>[];
  /** Undefined while they are not known. */
  rows: readonly Row[] | undefined;
  /** Where a row leads; the first column becomes the link. */
  linkTo?: (row: Row) => string;
  empty: ReactNode;
  isRefreshing?: boolean;
  minWidth?: number;
}

const SKELETON_ROWS = 6;

export function DataTable<Row extends { id: string }>(props: DataTableProps<Row>) {
  const { label, columns, rows, linkTo, empty, isRefreshing, minWidth = 320 } = props;
  const navigate = useNavigate();
  const { t } = useTranslation();
  if (rows?.length === 0) return <>{empty}</>;
  return (
    <Table.ScrollContainer minWidth={minWidth} scrollAreaProps={{ viewportProps: { tabIndex: 0, role: "region", "aria-label": label } }}>
      <Table aria-label={label} aria-busy={rows === undefined || isRefreshing}>
        <Table.Thead>
          <Table.Tr>
            {columns.map(({ key, header, align, from, width }) => (
              <Table.Th key={key} className="th" ta={align} w={width} visibleFrom={from} scope="col">
                {header}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows === undefined
            ? Array.from({ length: SKELETON_ROWS }, (_, index) => (
                <Table.Tr key={index}>
                  {columns.map(({ key, from }, place) => (
                    <Table.Td key={key} visibleFrom={from}>
                      {index === 0 && place === 0 && <span className="visually-hidden">{t("list.loading")}</span>}
                      <Skeleton h={20} radius="sm" />
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))
            : rows.map((row) => {
                const target = linkTo?.(row);
                return (
                  <Table.Tr
                    key={row.id}
                    className={target === undefined ? undefined : "row-link"}
                    onClick={(event) => {
                      // The link in the first column is for the keyboard; the whole row is for the pointer.
                      const isOnControl = event.target instanceof Element && event.target.closest("a,button,input,label,[role=menu]");
                      if (target !== undefined && !isOnControl) void navigate(target);
                    }}
                  >
                    {columns.map(({ key, render, align, from }, index) => (
                      <Table.Td key={key} ta={align} visibleFrom={from}>
                        {index === 0 && target !== undefined ? <Link to={target}>{render(row)}</Link> : render(row)}
                      </Table.Td>
                    ))}
                  </Table.Tr>
                );
              })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
