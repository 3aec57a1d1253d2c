/** Why: one question as an item of QTI 2.1 (imsglobal.org/question/qtiv2p1): its interaction, its key, its reasons. */
import { pairOf } from '../learning/grade';
import { readOptions, rightOptions, type Edition } from './edition';
import { fileWord } from './file-words';
import { html, plain, xml } from './markup';
import { comment } from './moodle';

const XHTML_LANG = { en: 'en', 'zh-cn': 'zh-CN' } as const;

/** An identifier must begin with a letter. */
const name = (id: string) => `o-${id}`;

interface Parts {
  readonly cardinality: 'single' | 'multiple' | 'ordered';
  readonly base: 'identifier' | 'directedPair';
  readonly key: readonly string[];
  readonly interaction: string;
  /** Whether the reasons can follow the options chosen. */
  readonly each: boolean;
}

function parts(edition: Edition): Parts {
  const { kind, options, choices, answer, stem } = edition;
  const prompt = `<prompt>${html(stem)}</prompt>`;
  const simple = options
    .map(({ id, text }) => `<simpleChoice identifier="${name(id)}">${html(text)}</simpleChoice>`)
    .join('\n      ');
  switch (kind) {
    case 'single':
    case 'point':
    case 'true-false':
    case 'multiple': {
      const many = kind === 'multiple';
      return {
        cardinality: many ? 'multiple' : 'single',
        base: 'identifier',
        key: answer.map(name),
        each: true,
        interaction: `<choiceInteraction responseIdentifier="RESPONSE" shuffle="${kind !== 'true-false'}" maxChoices="${many ? 0 : 1}">
      ${prompt}
      ${simple}
    </choiceInteraction>`,
      };
    }
    case 'ordering':
      return {
        cardinality: 'ordered',
        base: 'identifier',
        key: rightOptions(edition).map(({ id }) => name(id)),
        each: false,
        interaction: `<orderInteraction responseIdentifier="RESPONSE" shuffle="false">
      ${prompt}
      ${simple}
    </orderInteraction>`,
      };
    case 'matching': {
      const side = (list: readonly { id: string; text: string }[], letter: string, most: number) =>
        list
          .map(
            ({ id, text }) =>
              `<simpleAssociableChoice identifier="${letter}-${id}" matchMax="${most}">${html(text)}</simpleAssociableChoice>`,
          )
          .join('\n        ');
      return {
        cardinality: 'multiple',
        base: 'directedPair',
        key: answer.map(pairOf).map(([term, meaning]) => `${name(term)} c-${meaning}`),
        each: false,
        interaction: `<matchInteraction responseIdentifier="RESPONSE" shuffle="false" maxAssociations="${options.length}">
      ${prompt}
      <simpleMatchSet>
        ${side(options, 'o', 1)}
      </simpleMatchSet>
      <simpleMatchSet>
        ${side(choices, 'c', options.length)}
      </simpleMatchSet>
    </matchInteraction>`,
      };
    }
  }
}

/** The item as a file of its own. @param head lines of the comment at its beginning */
export function qtiItem(edition: Edition, head: readonly string[]): string {
  const { cardinality, base, key, interaction, each } = parts(edition);
  const reasons = readOptions(edition).filter(({ why }) => why !== '');
  const feedback = each
    ? reasons.map(
        ({ id, why }) =>
          `  <modalFeedback outcomeIdentifier="FEEDBACK" identifier="${name(id)}" showHide="show"><p>${html(why)}</p></modalFeedback>`,
      )
    : [
        `  <modalFeedback outcomeIdentifier="FEEDBACK" identifier="reasons" showHide="show">${reasons.map(({ text, why }) => `<p>${html(text)}<br/>${html(why)}</p>`).join('') || `<p>${fileWord('reasons', edition.lang)}</p>`}</modalFeedback>`,
      ];
  const said = each
    ? '<variable identifier="RESPONSE"/>'
    : '<baseValue baseType="identifier">reasons</baseValue>';
  return `<?xml version="1.0" encoding="UTF-8"?>
${head.map(comment).join('\n')}
<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.imsglobal.org/xsd/imsqti_v2p1 http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd" identifier="q-${edition.id}" title="${xml(plain(edition.stem).slice(0, 80))}" label="${edition.topic}" xml:lang="${XHTML_LANG[edition.lang]}" adaptive="false" timeDependent="false">
  <responseDeclaration identifier="RESPONSE" cardinality="${cardinality}" baseType="${base}">
    <correctResponse>${key.map((value) => `<value>${value}</value>`).join('')}</correctResponse>
  </responseDeclaration>
  <outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"><defaultValue><value>0</value></defaultValue></outcomeDeclaration>
  <outcomeDeclaration identifier="FEEDBACK" cardinality="${each ? cardinality : 'single'}" baseType="identifier"/>
  <itemBody>
    ${interaction}
  </itemBody>
  <responseProcessing>
    <responseCondition>
      <responseIf>
        <match><variable identifier="RESPONSE"/><correct identifier="RESPONSE"/></match>
        <setOutcomeValue identifier="SCORE"><baseValue baseType="float">1</baseValue></setOutcomeValue>
      </responseIf>
      <responseElse>
        <setOutcomeValue identifier="SCORE"><baseValue baseType="float">0</baseValue></setOutcomeValue>
      </responseElse>
    </responseCondition>
    <setOutcomeValue identifier="FEEDBACK">${said}</setOutcomeValue>
  </responseProcessing>
${feedback.join('\n')}
</assessmentItem>
`;
}
