/// "Date of birth" of "DATE_OF_BIRTH".
export function sentenceCase(code: string): string {
  if (code === "VOIP") {
    return "VoIP";
  }
  const words = code.toLowerCase().replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const names: Readonly<Record<string, string>> = {
  conversedAt: "spoke from",
  conversed_at: "spoke from",
  sip_code: "SIP code",
  rightParty: "the consumer herself",
  verifiedBy: "proved by",
  hung_up_by: "hung up by",
  tzdb: "time-zone rules",
};

/// "due on" of "due_on", "retry minutes" of "retryMinutes".
export function nameWords(name: string): string {
  return (
    names[name] ??
    name
      .replace(/_ms$/, "")
      .replaceAll(/([a-z])([A-Z])/g, (_, before: string, after: string) => `${before} ${after}`)
      .replaceAll("_", " ")
      .toLowerCase()
  );
}

/// Codes are in capitals; rules keep their names, which have hyphens.
export function codeWords(text: string): string {
  return /^[A-Z][A-Z0-9_]+$/.test(text) ? sentenceCase(text).toLowerCase() : text;
}

const languages = new Intl.DisplayNames("en", { type: "language" });

/// "Spanish" of "es".
export function languageName(tag: string): string {
  try {
    return languages.of(tag) ?? tag;
  } catch {
    return tag;
  }
}
