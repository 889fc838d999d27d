export { createFacts, factOfUser, reaction, type Reaction, type Facts } from './facts.ts';
export { FACT_KINDS, factKey, type Fact, type FactDetails, type FactKind } from './kinds.ts';
export { createReactToFact, REACT_TO_FACT } from './react-to-fact.ts';
export { countFacts, listFacts, type RecordedFact } from './repository.ts';
