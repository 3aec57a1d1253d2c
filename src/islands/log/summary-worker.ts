/** Why: reading and folding a log of 50,000 entries takes longer than a page may stand still, so it is done beside it. */
import { summaryOf } from '../../learning/summary';
import { inOrder, readEvent } from '../../schemas/event';
import { openDatabase } from '../../store/database';

/** Answers each message with the summary of what is on disk, or with `null` when the disk cannot be read. */
addEventListener('message', () => {
  void summarize().then((summary) => postMessage(summary));
});

async function summarize() {
  try {
    const database = await openDatabase(() => {});
    const rows = await database.getAll('events');
    database.close();
    const events = rows.flatMap((row) => {
      const read = readEvent(row);
      return read.kind === 'event' ? [read.event] : [];
    });
    return summaryOf(events.sort(inOrder));
  } catch {
    return null;
  }
}
