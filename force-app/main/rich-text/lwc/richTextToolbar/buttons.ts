import type { FormatState, ListKind, TextAlign, TextMark } from 'richText';
import { labels } from './words';

export type ToolName =
    | TextMark
    | TextAlign
    | ListKind
    | 'color'
    | 'background-color'
    | 'outdent'
    | 'indent'
    | 'link'
    | 'picture'
    | 'table'
    | 'clear'
    | 'undo'
    | 'redo';

interface Tool {
    name: ToolName;
    icon: string;
    label: string;
    keys?: string;
}

const BUTTON = 'slds-button slds-button_icon slds-button_icon-small';
const OPENING = new Set<ToolName>(['color', 'background-color', 'link', 'table']);

function alignments(isFromRight: boolean): Tool[] {
    const left: Omit<Tool, 'name'> = { icon: 'utility:left_align_text', label: labels.alignLeft };
    const right: Omit<Tool, 'name'> = { icon: 'utility:right_align_text', label: labels.alignRight };
    return [
        { name: 'start', ...(isFromRight ? right : left) },
        { name: 'center', icon: 'utility:center_align_text', label: labels.alignCenter },
        { name: 'end', ...(isFromRight ? left : right) }
    ];
}

function toolsOf(isFromRight: boolean): Tool[][] {
    return [
        [
            { name: 'bold', icon: 'utility:bold', label: labels.bold, keys: 'Control+B' },
            { name: 'italic', icon: 'utility:italic', label: labels.italic, keys: 'Control+I' },
            { name: 'underline', icon: 'utility:underline', label: labels.underline, keys: 'Control+U' },
            { name: 'strikethrough', icon: 'utility:strikethrough', label: labels.strikethrough }
        ],
        [
            { name: 'color', icon: 'utility:text_color', label: labels.color },
            { name: 'background-color', icon: 'utility:highlight', label: labels.highlight }
        ],
        [
            { name: 'bullet', icon: 'utility:richtextbulletedlist', label: labels.bulletedList, keys: 'Control+Shift+8' },
            { name: 'number', icon: 'utility:richtextnumberedlist', label: labels.numberedList, keys: 'Control+Shift+7' },
            { name: 'outdent', icon: 'utility:richtextoutdent', label: labels.outdent },
            { name: 'indent', icon: 'utility:richtextindent', label: labels.indent }
        ],
        alignments(isFromRight),
        [
            { name: 'link', icon: 'utility:link', label: labels.link, keys: 'Control+K' },
            { name: 'picture', icon: 'utility:image', label: labels.picture },
            { name: 'table', icon: 'utility:table', label: labels.table }
        ],
        [
            { name: 'clear', icon: 'utility:remove_formatting', label: labels.clear, keys: 'Control+\\' },
            { name: 'undo', icon: 'utility:undo', label: labels.undo, keys: 'Control+Z' },
            { name: 'redo', icon: 'utility:redo', label: labels.redo, keys: 'Control+Y' }
        ]
    ];
}

function pressedIn({ marks, align, list }: FormatState): ReadonlySet<ToolName> {
    return new Set<ToolName>([...marks, align, ...(list ? [list] : [])]);
}

const HAVE_A_STATE = new Set<ToolName>(['bold', 'italic', 'underline', 'strikethrough', 'bullet', 'number', 'start', 'center', 'end']);

/** The buttons as they stand in the toolbar. */
export function groupsOf(
    state: FormatState | undefined,
    { open, reachable, isFromRight }: { open: string | undefined; reachable: string; isFromRight: boolean }
) {
    const pressed = state ? pressedIn(state) : new Set<ToolName>();
    const isDisabled = (name: ToolName) => !state || (name === 'undo' && !state.canUndo) || (name === 'redo' && !state.canRedo);
    return toolsOf(isFromRight).map((tools) => ({
        key: tools.map(({ name }) => name).join(' '),
        tools: tools.map((tool) => ({
            ...tool,
            isDisabled: isDisabled(tool.name),
            pressed: HAVE_A_STATE.has(tool.name) ? String(pressed.has(tool.name)) : undefined,
            expanded: OPENING.has(tool.name) ? String(open === tool.name) : undefined,
            tabIndex: reachable === tool.name ? '0' : '-1',
            className: pressed.has(tool.name) || open === tool.name ? `${BUTTON} pressed` : BUTTON
        }))
    }));
}
