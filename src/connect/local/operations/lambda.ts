/** Lambda functions that the instance may call. That they exist is believed: there is no Lambda here to ask. */
import { Refusal, type Handlers } from '../types.ts';
import { quota } from './shared/entities.ts';
import { text } from './shared/members.ts';
import { page } from './shared/page.ts';
import { lambdaPlace } from './shared/places.ts';
import { invalidParameter, notFound } from './shared/refusals.ts';

const QUOTA = 'AWS Lambda functions per instance';
const ARN = /^arn:[\w-]+:lambda:[\w-]+:\d{12}:function:[\w-]{1,64}(?::[\w$-]+)?$/;
/** Source: ListLambdaFunctions.MaxResults. */
const PAGE = 25;

export const lambdaHandlers: Handlers = {
  ListLambdaFunctions: (input, context) =>
    page(
      input,
      'LambdaFunctions',
      context.store.all(lambdaPlace.collection).map(({ Arn }) => Arn),
      PAGE,
    ),
  AssociateLambdaFunction: (input, context) => {
    const arn = text(input, 'FunctionArn');
    if (!ARN.test(arn)) throw invalidParameter(`Invalid parameter: FunctionArn ${arn}`);
    if (context.store.get(lambdaPlace.collection, arn) !== undefined) {
      throw new Refusal('ResourceConflictException', `LambdaFunction is already associated with the instance: ${arn}`);
    }
    if (context.store.all(lambdaPlace.collection).length >= quota(context, QUOTA)) {
      throw new Refusal(
        'ServiceQuotaExceededException',
        `The limit of ${quota(context, QUOTA)} has been reached: ${QUOTA}`,
      );
    }
    context.store.write([{ put: { Id: arn, Arn: arn }, in: lambdaPlace.collection }]);
    return {};
  },
  DisassociateLambdaFunction: (input, context) => {
    const arn = text(input, 'FunctionArn');
    if (context.store.get(lambdaPlace.collection, arn) === undefined) throw notFound(lambdaPlace.label, arn);
    context.store.write([{ remove: arn, in: lambdaPlace.collection }]);
    return {};
  },
};
