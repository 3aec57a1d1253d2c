/** Why: the shell's own program: small, no framework, every part works alone and does nothing where it has nothing to do. */
import { startLanguage } from './language';
import { startLastPlace } from './last-place';
import { startMenu } from './menu';
import { startSearch } from './search-open';
import { startSections } from './sections';
import { followSteps } from './step-links';
import { startTerms } from './terms';
import { startTheme } from './theme';
import { startVisit } from './visit';

startTheme();
startLanguage();
startMenu();
startSections();
startLastPlace();
startVisit();
startTerms();
startSearch();
followSteps();
