/** Why: the export page counts what a selection holds before it loads a single question. */
import type { APIRoute } from 'astro';
import { bankList } from '../../islands/exchange/exchange-data';

export const GET: APIRoute = () => Response.json(bankList());
