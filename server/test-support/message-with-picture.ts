/** A message whose HTML shows a picture that is a part of it, as mail programs write one. */
export function messageWithPicture(from: string, to: string, png: Buffer): Buffer {
  return Buffer.from(
    [
      `From: <${from}>`,
      `To: <${to}>`,
      'Subject: A picture',
      'Message-ID: <picture@acme.example>',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; boundary=r; type="text/html"',
      '',
      '--r',
      'Content-Type: text/html',
      '',
      '<p>Look</p><img src="cid:one@acme.example" alt="Photo">',
      '--r',
      'Content-Type: image/png; name=photo.png',
      'Content-Disposition: inline; filename=photo.png',
      'Content-ID: <one@acme.example>',
      'Content-Transfer-Encoding: base64',
      '',
      png.toString('base64'),
      '--r--',
      '',
    ].join('\r\n'),
  );
}
