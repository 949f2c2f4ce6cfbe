/** Name of a file without its folder. */
export const fileNameOf = (file: string): string => file.split(/[\\/]/).at(-1) ?? file;
