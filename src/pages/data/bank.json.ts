/** Why: choosing a set asks of every question where it belongs, and of none what it says: one small file for both languages. */
import type { APIRoute } from 'astro';
import { bank } from '../../islands/practice/practice-data';

export const GET: APIRoute = () => Response.json(bank);
