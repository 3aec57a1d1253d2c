/** Why: “predict, then see”. A question is put by a scene; its answer is a value that the machine has computed. */
import type { Message } from '../../lib/message';
import type { Prediction } from '../../lib/trace';

type Values = NonNullable<Message['values']>;

/** A question with worded answers: message keys `ask.<id>` and `option.<option>`. */
export const ask = (
  id: string,
  options: readonly string[],
  answer: string,
  values: Values = {},
): Prediction => ({
  question: { key: `ask.${id}`, values },
  options: options.map((option) => ({ id: option, label: { key: `option.${option}` } })),
  answer,
});

/** Whether a signal is due. */
export const askSignal = (id: string, due: boolean, values: Values = {}): Prediction =>
  ask(id, ['yes', 'no'], due ? 'yes' : 'no', values);

/** A question whose answers are numbers; the right one is put among the others in order of size. */
export function askNumber(
  id: string,
  others: readonly number[],
  answer: number,
  values: Values = {},
): Prediction {
  const numbers = [...new Set([...others, answer])].sort((a, b) => a - b);
  return {
    question: { key: `ask.${id}`, values },
    options: numbers.map((n) => ({ id: `n${n}`, label: { key: 'option.number', values: { n } } })),
    answer: `n${answer}`,
  };
}
