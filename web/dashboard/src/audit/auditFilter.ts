// The filter of the audit log as the address keeps it, and as the API takes it.

import type { VariablesOf } from "@/api/graphql";
import { nextDay, startOfDay } from "@/i18n/days";
import { useSession } from "@/session/session";
import { useFilter } from "@/ui/paging";
import type { AUDIT } from "./documents";

type Filter = NonNullable<VariablesOf<typeof AUDIT>["filter"]>;

export function useAuditFilter() {
  const { timeZone } = useSession().settings;
  const [action, setAction] = useFilter("action");
  const [staffId, setStaffId] = useFilter("staff");
  const [subject, setSubject] = useFilter("subject");
  const [subjectId, setSubjectId] = useFilter("thing");
  const [from, setFrom] = useFilter("from");
  const [until, setUntil] = useFilter("until");
  const since = from === null ? null : startOfDay(from, timeZone);
  const before = until === null ? null : startOfDay(nextDay(until), timeZone);
  const filter: Filter = {
    ...(action !== null && { action }),
    ...(staffId !== null && { staffId }),
    ...(subject !== null && { subject }),
    ...(subjectId !== null && { subjectId }),
    ...((since !== null || before !== null) && { createdAt: { gte: since, lt: before } }),
  };
  return {
    filter,
    isFiltered: Object.keys(filter).length > 0,
    action,
    setAction,
    staffId,
    setStaffId,
    subject,
    setSubject,
    subjectId,
    setSubjectId,
    from,
    setFrom,
    until,
    setUntil,
  };
}

export type ChosenFilter = ReturnType<typeof useAuditFilter>;
