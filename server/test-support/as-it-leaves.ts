/** A body as it leaves from an org whose font nobody has changed. */
export function asItLeaves(words: string): string {
  return `<div dir="auto" style="font-family:Arial,Helvetica,sans-serif;font-size:14px;line-height:1.5">${words}</div>`;
}
