import RichTextTable from 'c/richTextTable';
import { findAll, heard, labelled, show, words } from '../../../../../test/page';

/** Notes what a command does to an editor. */
function done(commands) {
    const [command] = commands;
    const calls = [];
    const note =
        (name) =>
        (...args) =>
            calls.push([name, ...args]);
    command({ insertTable: note('insertTable'), changeTable: note('changeTable') });
    return calls;
}

describe('c-rich-text-table', () => {
    it('inserts a table of the size that is asked for', () => {
        const element = show('c-rich-text-table', RichTextTable);
        const commands = heard(element, 'command');
        const [rows, columns] = findAll(element, 'input');
        rows.value = '2';
        columns.value = '4';
        labelled(element, 'Insert Table').click();
        expect(done(commands)).toEqual([['insertTable', 2, 4]]);
    });

    it.each(['', '0', '51', '1.5'])('inserts none of %j rows', (value) => {
        const element = show('c-rich-text-table', RichTextTable);
        const commands = heard(element, 'command');
        const [rows] = findAll(element, 'input');
        rows.value = value;
        labelled(element, 'Insert Table').click();
        expect(commands).toEqual([]);
    });

    it('offers in a table what can be done with it', () => {
        const element = show('c-rich-text-table', RichTextTable, { isInTable: true });
        const commands = heard(element, 'command');
        expect(words(element)).toBe('Row AboveRow BelowColumn BeforeColumn AfterDelete RowDelete ColumnDelete Table');
        labelled(element, 'Delete Column').click();
        expect(done(commands)).toEqual([['changeTable', 'deleteColumn']]);
    });
});
