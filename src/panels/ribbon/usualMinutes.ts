/** How long an interview is where nobody has said it. */
export const USUAL_MINUTES = 45
