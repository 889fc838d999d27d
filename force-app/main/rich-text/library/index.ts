import type { RichTextLibrary } from 'richText';
import { createEditor } from './editor';

/** Scripts that an org loads have no exports. Lightning Web Security gives each namespace a window of its own. */
(window as unknown as { msiRichText: RichTextLibrary }).msiRichText = { createEditor };
