import { deflateSync } from 'node:zlib';

export interface PdfOptions {
  pages?: number;
  /** What each page draws, in the operators of PDF. `/X Do` draws it once more. */
  content?: string;
  /** Points: left, bottom, right and top. */
  box?: string;
  /** It cannot be opened without one. */
  hasPassword?: boolean;
  /** What the field of a form on all pages was filled in with. */
  field?: string;
}

const WORDS = 'BT /F 48 Tf 72 600 Td (Pricing) Tj ET';
/** A password that nobody knows: what is written for the empty one does not fit. */
const LOCK =
  `/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${'ab'.repeat(32)}>/U<${'cd'.repeat(32)}>>>` + `/ID[<${'ef'.repeat(16)}><${'ef'.repeat(16)}>]`;

/** A PDF whose pages all draw the same. */
export function drawnPdf({ pages = 1, content = WORDS, box = '0 0 612 792', hasPassword = false, field }: PdfOptions = {}): Buffer {
  const drawn = deflateSync(content);
  const kids = Array.from({ length: pages }, (_, at) => `${String(5 + at)} 0 R`).join(' ');
  const resources = '/Resources<</Font<</F 3 0 R>>/XObject<</X 4 0 R>>>>';
  const fields = field === undefined ? '' : `[${String(5 + pages)} 0 R]`;
  const page = `<</Type/Page/Parent 2 0 R/MediaBox[${box}]${resources}/Contents 4 0 R${fields && `/Annots${fields}`}>>`;
  const drawing = `/Type/XObject/Subtype/Form/BBox[${box}]${resources}/Filter/FlateDecode/Length ${String(drawn.length)}`;
  const objects = [
    `<</Type/Catalog/Pages 2 0 R${fields && `/AcroForm<</Fields${fields}/DA(/F 24 Tf)/DR<</Font<</F 3 0 R>>>>>>`}>>`,
    `<</Type/Pages/Kids[${kids}]/Count ${String(pages)}>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    `<<${drawing}>>stream\n${drawn.toString('latin1')}\nendstream`,
    ...Array<string>(pages).fill(page),
    ...(field === undefined ? [] : [`<</Type/Annot/Subtype/Widget/F 4/FT/Tx/T(field)/V(${field})/DA(/F 24 Tf)/Rect[72 200 540 260]>>`]),
  ];
  let text = '%PDF-1.7\n';
  const places = objects.map((object, at) => {
    const place = text.length;
    text += `${String(at + 1)} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const start = text.length;
  const entries = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const size = String(objects.length + 1);
  text += `xref\n0 ${size}\n0000000000 65535 f \n${entries}trailer\n<</Size ${size}/Root 1 0 R${hasPassword ? LOCK : ''}>>\n`;
  return Buffer.from(`${text}startxref\n${String(start)}\n%%EOF`, 'latin1');
}
