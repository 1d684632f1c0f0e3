using Flowstate.Architecture.Tests.Rules;
using static Flowstate.Architecture.Tests.RulesBite.Bite;

namespace Flowstate.Architecture.Tests.RulesBite;

public sealed class EventsBite
{
    private const string Event = $"{NotesEvents}/NoteWritten.cs";
    private const string Reaction = $"{Notes}/Reactions/WhenBellChimed.cs";
    private const string Goldens = "tests/Flowstate.Notes.Tests/Events";

    private static readonly Change Second = Change.Add(
        $"{NotesEvents}/NoteIdea.cs",
        """
        using Flowstate.Abstractions;
        namespace Flowstate.Notes.Events;
        [EventName("notes.note-written.v1")]
        public sealed record NoteIdea(Guid WorkspaceId, Guid AggregateId, long Version, DateTimeOffset At) : IIntegrationEvent;
        """
    );

    [Theory]
    [InlineData("NoteWritten is not a sealed record", "sealed record", "record")]
    [InlineData("NoteWritten.Text is a Object", "string Text", "object Text")]
    [InlineData("NoteWritten.Text is a DayOfWeek", "string Text", "DayOfWeek Text")]
    public void An_event_of_another_shape(string wrong, string old, string now) =>
        Of(
            EventRules.EventsAreSealedRecordsOfPrimitives,
            wrong,
            Change.In(Event, old, now),
            Change.In($"{Notes}/Domain/Note.cs", "now, text)", "now, default!)"),
            Change.In("src/Modules/Bells/Flowstate.Bells/Reactions/WhenNoteWritten.cs", "heard.Text", "\"\"")
        );

    [Theory]
    [InlineData("NoteWritten has no [EventName]", "[EventName(\"notes.note-written.v1\")]", "")]
    [InlineData("NoteWritten is called 'notes.noted.v1'", "note-written", "noted")]
    [InlineData("NoteWritten is called 'bells.note-written.v1'", "\"notes.", "\"bells.")]
    public void A_name_that_does_not_follow_the_type(string wrong, string old, string now) =>
        Of(EventRules.NamesOnTheWireFollowTheType, wrong, Change.In(Event, old, now));

    [Fact]
    public void Two_events_of_one_name() =>
        Of(EventRules.NamesOnTheWireAreUnique, "names NoteIdea and NoteWritten", Second);

    [Fact]
    public void An_event_that_does_not_say_what_happened() =>
        Of(EventRules.EventsAreToldInThePastTense, "NoteIdea does not say", Second);

    [Fact]
    public void An_event_without_a_golden_file() =>
        Of(EventRules.EveryEventHasAGoldenFile, "NoteIdea has no note-idea.v1.json", Second);

    [Fact]
    public void A_changed_event() =>
        Of(
            EventRules.EveryEventHasAGoldenFile,
            "note-written.v1.json and NoteWritten differ",
            Change.In($"{Goldens}/note-written.v1.json", "\"text\"", "\"words\"")
        );

    [Fact]
    public void A_golden_file_of_no_event() =>
        Of(
            EventRules.EveryGoldenFileHasAnEvent,
            "note-lost.v1.json belongs to no event",
            Change.Add($"{Goldens}/note-lost.v1.json", "{}")
        );

    [Fact]
    public void An_event_that_nobody_raises() =>
        Of(EventRules.EveryEventIsRaisedByItsModule, "nobody raises NoteIdea", Second);

    [Theory]
    [InlineData("WhenBellChimed is not internal sealed", "internal sealed", "internal")]
    [InlineData("ChimeHeard is not called When…", "WhenBellChimed", "ChimeHeard")]
    [InlineData("WhenBellChimed is not in Reactions", "Notes.Reactions", "Notes.Domain")]
    [InlineData("WhenBellChimed calls out over HTTP", "NotesDbContext db)", "NotesDbContext db, HttpClient http)")]
    public void A_reaction_of_another_shape(string wrong, string old, string now) =>
        Of(EventRules.EveryReactionIsInternalSealedAndCallsNobody, wrong, Change.In(Reaction, old, now));
}
