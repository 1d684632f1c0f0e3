using Flowstate.Architecture.Tests.Rules;

namespace Flowstate.Architecture.Tests;

public sealed class EventContracts
{
    [Fact]
    public void Events_are_sealed_records_of_primitives() =>
        EventRules.EventsAreSealedRecordsOfPrimitives(Codebase.Flowstate).ShouldHold();

    [Fact]
    public void Names_on_the_wire_follow_the_type() =>
        EventRules.NamesOnTheWireFollowTheType(Codebase.Flowstate).ShouldHold();

    [Fact]
    public void Names_on_the_wire_are_unique() => EventRules.NamesOnTheWireAreUnique(Codebase.Flowstate).ShouldHold();

    [Fact]
    public void Events_are_told_in_the_past_tense() =>
        EventRules.EventsAreToldInThePastTense(Codebase.Flowstate).ShouldHold();

    [Fact]
    public void Every_event_has_a_golden_file() => EventRules.EveryEventHasAGoldenFile(Codebase.Flowstate).ShouldHold();

    [Fact]
    public void Every_golden_file_has_an_event() =>
        EventRules.EveryGoldenFileHasAnEvent(Codebase.Flowstate).ShouldHold();

    [Fact]
    public void Every_event_is_raised_by_its_module() =>
        EventRules.EveryEventIsRaisedByItsModule(Codebase.Flowstate).ShouldHold();

    [Fact]
    public void Every_reaction_is_internal_sealed_and_calls_nobody() =>
        EventRules.EveryReactionIsInternalSealedAndCallsNobody(Codebase.Flowstate).ShouldHold();
}
