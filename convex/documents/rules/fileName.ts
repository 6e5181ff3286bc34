const LONGEST_NAME = 120;
/** Names that a Windows machine takes for a device. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * A file's name as it is safe to keep and to hand out: no folders, no control or direction-changing characters, no
 * leading dots, not too long, its ending kept.
 */
export function cleanFileName(name: string): string {
  const last = name.normalize("NFC").split(/[/\\]/).pop() ?? "";
  const plain = last
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, "")
    .replace(/[<>:"|?*]/g, "_")
    .replace(/\s+/g, " ")
    .replace(/^[.\s]+|[.\s]+$/g, "");
  const ending = /\.[A-Za-z0-9]{1,10}$/.exec(plain)?.[0] ?? "";
  const stem = plain.slice(0, plain.length - ending.length).trim() || "file";
  const safe = DEVICE.test(stem) ? `_${stem}` : stem;
  return (
    [...safe]
      .slice(0, LONGEST_NAME - ending.length)
      .join("")
      .trim() + ending
  );
}

/** The header that makes a browser save a file under its name instead of showing it (RFC 6266). */
export function attachment(fileName: string): string {
  const plain = fileName.replace(/[^\w. -]/g, "_");
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
