/** Why: QTI 2.1 is the exchange format that is nobody's own; a zipped content package is what systems take in. */
import { strToU8, zipSync } from 'fflate';
import type { Change } from './changes';
import type { Edition, FileLanguage } from './edition';
import { headLines } from './file-words';
import { comment } from './moodle';
import { qtiItem } from './qti-item';

const path = ({ id }: Edition) => `items/${id}.xml`;

/** Files of the package, by path. */
export function qtiFiles(
  editions: readonly Edition[],
  wanted: FileLanguage,
  changes: readonly Change[],
): Record<string, string> {
  const head = headLines(changes, wanted);
  const resources = editions.map(
    (edition) =>
      `    <resource identifier="r-${edition.id}" type="imsqti_item_xmlv2p1" href="${path(edition)}"><file href="${path(edition)}"/></resource>`,
  );
  const manifest = `<?xml version="1.0" encoding="UTF-8"?>
${head.map(comment).join('\n')}
<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.imsglobal.org/xsd/imscp_v1p1 http://www.imsglobal.org/xsd/qti/qtiv2p1/qtiv2p1_imscpv1p2_v1p0.xsd" identifier="ringside-questions">
  <metadata><schema>QTIv2.1 Package</schema><schemaversion>1.0.0</schemaversion></metadata>
  <organizations/>
  <resources>
${resources.join('\n')}
  </resources>
</manifest>
`;
  return {
    'imsmanifest.xml': manifest,
    ...Object.fromEntries(editions.map((edition) => [path(edition), qtiItem(edition, head)])),
  };
}

/** The zipped package. @param now ms since 1970, the date of its files */
export function writeQti(
  editions: readonly Edition[],
  wanted: FileLanguage,
  changes: readonly Change[],
  now: number,
): Uint8Array {
  const files = qtiFiles(editions, wanted, changes);
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), {
    mtime: now,
  });
}
