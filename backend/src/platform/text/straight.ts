// Marks that turn the direction of writing: on paper they would make a name read as another.
const TURNING = /[\u202a-\u202e\u2066-\u2069\u200e\u200f]/g;

/** What a citizen wrote, read in one direction. */
export const straight = (text: string): string => text.replaceAll(TURNING, '');

// XML 1.0 knows no such characters: an office program would call the whole file damaged.
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|\p{Surrogate}/gu;

/** What can stand in any file an office opens: read in one direction, without signs that break the file. */
export const writable = (text: string): string => straight(text).replaceAll(UNWRITABLE, '');
