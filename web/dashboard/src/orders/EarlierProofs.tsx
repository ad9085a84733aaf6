// The other proofs that came for the same order.

import { Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { When, Words } from "@/ui/values";
import { ProofBadge } from "./badges";
import type { OrderProof } from "./parts";
import { ProofThumb } from "./ProofThumb";

export function EarlierProofs({ proofs }: { proofs: readonly OrderProof[] }) {
  const { t } = useTranslation(["orders", "common"]);
  return (
    <ul className="plain-list" aria-label={t("earlier.title")}>
      {proofs.map((proof) => (
        <li key={proof.id}>
          <Link to={`/orders/review/${proof.id}`} className="earlier-proof">
            <ProofThumb file={proof.media} />
            <div>
              <Group gap={6}>
                <ProofBadge status={proof.status} />
                <Text fz="xs" className="muted">
                  <When time={proof.createdAt} />
                </Text>
              </Group>
              {proof.reason && (
                <Text fz="sm" lineClamp={2}>
                  <Words>{proof.reason}</Words>
                </Text>
              )}
            </div>
          </Link>
        </li>
      ))}
    </ul>
  );
}
