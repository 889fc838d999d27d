import cancel from '@salesforce/label/c.Shared_Cancel';
import columnAfter from '@salesforce/label/c.RichText_Table_ColumnAfter';
import columnBefore from '@salesforce/label/c.RichText_Table_ColumnBefore';
import columns from '@salesforce/label/c.RichText_Table_Columns';
import deleteColumn from '@salesforce/label/c.RichText_Table_DeleteColumn';
import deleteRow from '@salesforce/label/c.RichText_Table_DeleteRow';
import deleteTable from '@salesforce/label/c.RichText_Table_DeleteTable';
import insert from '@salesforce/label/c.RichText_Table_Insert';
import rowAbove from '@salesforce/label/c.RichText_Table_RowAbove';
import rowBelow from '@salesforce/label/c.RichText_Table_RowBelow';
import rows from '@salesforce/label/c.RichText_Table_Rows';
import table from '@salesforce/label/c.RichText_Table';

import type { TableChange } from 'richText';

export const labels = { cancel, columns, insert, rows, table };

/** The names of what can be done with a table. */
export const changeLabels: Record<TableChange, string> = {
    columnAfter,
    columnBefore,
    deleteColumn,
    deleteRow,
    deleteTable,
    rowAbove,
    rowBelow
};
