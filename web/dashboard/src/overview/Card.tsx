// A report on the overview: a heading, and skeletons of its own size until it is there.

import { Skeleton } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ProblemNotice } from "@/ui/problems";
import { Section } from "@/ui/Page";
import type { Read } from "@/ui/useRead";

export interface CardProps {
  title: string;
  aside?: ReactNode;
  read: Pick<Read<unknown>, "isRefreshing" | "problem" | "refresh">;
  /** Undefined or null while it is not known. */
  children: ReactNode;
  /** About as high as what will stand here, in pixels. */
  height: number;
  className?: string;
}

export function Card({ title, aside, read, children, height, className }: CardProps) {
  const { t } = useTranslation();
  const isThere = children !== undefined && children !== null;
  return (
    <div className={`overview-card ${className ?? ""}`} aria-busy={!isThere || read.isRefreshing}>
      <Section title={title} aside={aside}>
        {read.problem && <ProblemNotice problem={read.problem} onRetry={read.refresh} />}
        {isThere ? children : !read.problem && <Skeleton h={height} radius="md" aria-label={t("list.loading")} />}
      </Section>
    </div>
  );
}
