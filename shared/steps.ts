/** What work in small steps answers in the end, done at one go. What each step says of how much is done goes nowhere. */
export function atOneGo<T>(steps: Generator<number, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
