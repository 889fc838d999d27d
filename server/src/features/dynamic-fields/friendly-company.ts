/** Legal forms without blanks and points. */
const FORMS = new Set([
  ...'inc incorporated llc lllp llp lp ltd limited corp corporation co company plc pllc pc pbc coltd limitedpartnership'.split(' '),
  ...'gmbh mbh gmbhcokg ag kg kgaa ohg ug ev eg gbr se sa sas sarl sasu eurl snc sca bv nv vof cv ab hb as asa aps oy oyj'.split(' '),
  ...'spa srl srls sapa sl slu scl sad ltda me eireli sadecv srldecv sdrldecv doo dd ad ood eood sro zrt kft nyrt ooo spzoo'.split(' '),
  ...'sk sia uab ou kk gk pty ptyltd pte pteltd pvt pvtltd privatelimited sdnbhd bhd 株式会社 有限会社 合同会社'.split(' '),
]);

/**
 * A company as people call it: without a legal form that is set off by a comma, as in `Globex, Inc.` or `Globex, Co., Ltd.`. A comma that
 * sets off something else stays with it.
 */
export function friendlyCompany(company: string): string {
  const parts = company.split(/[,，、]/u);
  let kept = parts.length;
  while (kept > 1 && FORMS.has((parts[kept - 1] ?? '').toLowerCase().replace(/[\s.&]+/gu, ''))) kept -= 1;
  if (kept === parts.length) return company;
  return company.slice(0, parts.slice(0, kept).join(',').length).trim() || company;
}
