/** What the browser's own timeline calls the moment in which all records of a board are in the store. */
export const BOARD_IN_STORE = 'board in store'
