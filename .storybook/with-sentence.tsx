import type { ReactRenderer } from '@storybook/react-vite';
import type { DecoratorFunction } from 'storybook/internal/csf';
import { sentenceOf } from './sentence-of.ts';

/** Shows above a story what the comment in its file says of it, as its Docs page does. */
export const withSentence: DecoratorFunction<ReactRenderer> = (Story, context) => {
  const sentence = context.viewMode === 'story' ? sentenceOf(context) : '';
  return (
    <>
      {sentence !== '' && (
        <p className="sentence">
          {sentence
            .split('`')
            .map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part))}
        </p>
      )}
      <Story />
    </>
  );
};
