import alignCenter from '@salesforce/label/c.RichText_AlignCenter';
import alignLeft from '@salesforce/label/c.RichText_AlignLeft';
import alignRight from '@salesforce/label/c.RichText_AlignRight';
import bold from '@salesforce/label/c.RichText_Bold';
import bulletedList from '@salesforce/label/c.RichText_BulletedList';
import clear from '@salesforce/label/c.RichText_Clear';
import color from '@salesforce/label/c.RichText_TextColor';
import font from '@salesforce/label/c.RichText_Font';
import fontUsual from '@salesforce/label/c.RichText_FontUsual';
import highlight from '@salesforce/label/c.RichText_Highlight';
import indent from '@salesforce/label/c.RichText_Indent';
import italic from '@salesforce/label/c.RichText_Italic';
import link from '@salesforce/label/c.RichText_Link';
import numberedList from '@salesforce/label/c.RichText_NumberedList';
import outdent from '@salesforce/label/c.RichText_Outdent';
import picture from '@salesforce/label/c.RichText_Picture';
import redo from '@salesforce/label/c.RichText_Redo';
import size from '@salesforce/label/c.RichText_Size';
import sizeUsual from '@salesforce/label/c.RichText_SizeUsual';
import strikethrough from '@salesforce/label/c.RichText_Strikethrough';
import table from '@salesforce/label/c.RichText_Table';
import toolbar from '@salesforce/label/c.RichText_Toolbar';
import underline from '@salesforce/label/c.RichText_Underline';
import undo from '@salesforce/label/c.RichText_Undo';

/** The names of the tools. */
export const labels = {
    alignCenter,
    alignLeft,
    alignRight,
    bold,
    bulletedList,
    clear,
    color,
    font,
    fontUsual,
    highlight,
    indent,
    italic,
    link,
    numberedList,
    outdent,
    picture,
    redo,
    size,
    sizeUsual,
    strikethrough,
    table,
    toolbar,
    underline,
    undo
};
