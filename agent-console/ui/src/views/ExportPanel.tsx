import { Button } from "@mantine/core";
import { useState } from "react";
import { proofWords, wrongWith } from "../core/audit";
import type { Reply } from "../wire/api";
import { auditApi, type Format, type Query } from "../wire/audit";
import type { Me } from "../wire/http";

const formats: readonly Format[] = ["CSV", "XLSX", "PDF"];

/// The search as a file, and the ledger of its period, person or campaign with its proofs.
export function ExportPanel({ me, query }: { readonly me: Me; readonly query: Query }) {
  const [said, setSaid] = useState("");
  const save = async (name: string, asked: Promise<Reply<Blob>>) => {
    setSaid("Being made…");
    const reply = await asked;
    setSaid(wrongWith(reply) || `${name} is saved.`);
    if (reply.kind === "done") {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(reply.body);
      link.download = name;
      link.click();
      URL.revokeObjectURL(link.href);
    }
  };
  const whose = { consumer: query.consumer, campaign: query.campaign };
  const period = whose.consumer === null && whose.campaign === null;
  const proof = {
    consumer: whose.consumer,
    campaign: whose.consumer === null ? whose.campaign : null,
    from: period ? query.from : null,
    to: period ? query.to : null,
  };
  return (
    <div className="row">
      <span className="eyebrow">Export</span>
      {formats.map((format) => (
        <Button
          key={format}
          size="compact-xs"
          variant="default"
          onClick={() =>
            void save(
              `decisions.${format.toLowerCase()}`,
              auditApi.export(query, format, me.csrf),
            )
          }
        >
          {format}
        </Button>
      ))}
      <Button
        size="compact-xs"
        variant="default"
        onClick={() => void save("proof.zip", auditApi.proof(proof, me.csrf))}
      >
        Proof (ZIP)
      </Button>
      <span className="dim">
        CSV and XLSX hold all that was found, PDF the first 10,000 rows. {proofWords(query)}
      </span>
      <span role="status" className="dim">
        {said}
      </span>
    </div>
  );
}
