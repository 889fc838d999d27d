import black from '@salesforce/label/c.RichText_Color_Black';
import blue from '@salesforce/label/c.RichText_Color_Blue';
import brown from '@salesforce/label/c.RichText_Color_Brown';
import gray from '@salesforce/label/c.RichText_Color_Gray';
import green from '@salesforce/label/c.RichText_Color_Green';
import highlight from '@salesforce/label/c.RichText_Highlight';
import none from '@salesforce/label/c.RichText_Color_None';
import orange from '@salesforce/label/c.RichText_Color_Orange';
import pink from '@salesforce/label/c.RichText_Color_Pink';
import purple from '@salesforce/label/c.RichText_Color_Purple';
import red from '@salesforce/label/c.RichText_Color_Red';
import teal from '@salesforce/label/c.RichText_Color_Teal';
import text from '@salesforce/label/c.RichText_TextColor';
import usual from '@salesforce/label/c.RichText_Color_Usual';
import yellow from '@salesforce/label/c.RichText_Color_Yellow';

/** The names of the colours. */
export const labels = { black, blue, brown, gray, green, highlight, none, orange, pink, purple, red, teal, text, usual, yellow };
