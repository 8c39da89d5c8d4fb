/** The two internal channels of an ask (main to page and back). All other channels are named as their message. */
export const ASK_CHANNEL = 'konter:ask'
export const ASK_ANSWER_CHANNEL = 'konter:ask-answer'
