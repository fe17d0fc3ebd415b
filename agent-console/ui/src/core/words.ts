/// "Date of birth" of "DATE_OF_BIRTH".
export function sentenceCase(code: string): string {
  if (code === "VOIP") {
    return "VoIP";
  }
  const words = code.toLowerCase().replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
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
