// A list of texts, and the one that is opened beside it; on a narrow screen one or the other.

import { Anchor, Skeleton, Stack } from "@mantine/core";
import { ArrowLeft } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";

interface TextsLayoutProps {
  tab: string;
  label: string;
  isOpen: boolean;
  filters?: ReactNode;
  list: ReactNode;
  children: ReactNode;
}

export function TextsLayout({ tab, label, isOpen, filters, list, children }: TextsLayoutProps) {
  const { t } = useTranslation("knowledge");
  const [parameters] = useSearchParams();
  return (
    <div className="texts" data-open={isOpen || undefined}>
      <div className="card texts-list">
        {filters && <div className="texts-filters">{filters}</div>}
        <nav className="texts-entries" aria-label={label}>
          {list}
        </nav>
      </div>
      <div className="texts-opened">
        {isOpen && (
          <Anchor component={Link} to={{ pathname: `/texts/${tab}`, search: parameters.toString() }} className="texts-back" fz="sm">
            <ArrowLeft size={16} aria-hidden className="turned" /> {t("texts.back")}
          </Anchor>
        )}
        {children}
      </div>
    </div>
  );
}

export interface TextLinkProps {
  to: string;
  isOpened: boolean;
  title: ReactNode;
  aside?: ReactNode;
  text: string;
}

export function TextLink({ to, isOpened, title, aside, text }: TextLinkProps) {
  const [parameters] = useSearchParams();
  return (
    <Link to={{ pathname: to, search: parameters.toString() }} className="texts-link" aria-current={isOpened ? "page" : undefined}>
      <span className="texts-link-head">
        <span className="texts-link-title">{title}</span>
        {aside}
      </span>
      <span className="texts-link-text" dir="auto">
        {text}
      </span>
    </Link>
  );
}

export function Waiting() {
  return (
    <Stack p="sm" gap="md" aria-hidden>
      {[120, 160, 140, 180, 130].map((width) => (
        <Stack key={width} gap={8}>
          <Skeleton h={14} w={width} />
          <Skeleton h={12} w="90%" />
        </Stack>
      ))}
    </Stack>
  );
}
