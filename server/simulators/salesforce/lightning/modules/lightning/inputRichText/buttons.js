/** The toolbar: groups of buttons, each with the command of the browser's editor that it runs, or `link` or `clean`. */
export const BUTTONS = [
  [
    { format: 'bold', command: 'bold', icon: 'utility:bold', label: 'Bold' },
    { format: 'italic', command: 'italic', icon: 'utility:italic', label: 'Italic' },
    { format: 'underline', command: 'underline', icon: 'utility:underline', label: 'Underline' },
    { format: 'strike', command: 'strikeThrough', icon: 'utility:strikethrough', label: 'Strikethrough' },
  ],
  [
    { format: 'list', command: 'insertUnorderedList', icon: 'utility:richtextbulletedlist', label: 'Bulleted List' },
    { format: 'list', command: 'insertOrderedList', icon: 'utility:richtextnumberedlist', label: 'Numbered List' },
  ],
  [{ format: 'link', command: 'link', icon: 'utility:link', label: 'Link' }],
  [{ format: 'clean', command: 'clean', icon: 'utility:remove_formatting', label: 'Remove Formatting' }],
];
