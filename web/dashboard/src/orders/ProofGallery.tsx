// Every proof that came for an order, the newest first; each leads to its review.

import { Group, Text } from "@mantine/core";
import { Copy } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Section } from "@/ui/Page";
import { When, Words } from "@/ui/values";
import { ProofBadge } from "./badges";
import type { OrderProof } from "./parts";
import { ProofThumb } from "./ProofThumb";

export function ProofGallery({ proofs }: { proofs: readonly OrderProof[] }) {
  const { t } = useTranslation(["orders", "common"]);
  return (
    <Section title={t("page.proofs")}>
      {proofs.length === 0 && (
        <Text fz="sm" className="muted">
          {t("page.noProofs")}
        </Text>
      )}
      <ul className="plain-list gallery">
        {[...proofs].reverse().map((proof) => (
          <li key={proof.id}>
            <Link to={`/orders/review/${proof.id}`} className="gallery-proof">
              <ProofThumb file={proof.media} />
              <div>
                <Group gap={6}>
                  <ProofBadge status={proof.status} />
                  {proof.likeness && <Copy size={14} className="warn" role="img" aria-label={t(`warning.${proof.likeness}`)} />}
                </Group>
                <Text fz="xs" className="muted">
                  <When time={proof.createdAt} />
                  {proof.reviewer && (
                    <>
                      {" · "}
                      <Words>{proof.reviewer.name}</Words>
                    </>
                  )}
                </Text>
                {proof.reason && (
                  <Text fz="sm" lineClamp={3}>
                    <Words>{proof.reason}</Words>
                  </Text>
                )}
              </div>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
