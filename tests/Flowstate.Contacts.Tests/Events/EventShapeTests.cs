using System.Text.Json;
using Flowstate.Abstractions;
using Flowstate.Contacts.Events;
using Flowstate.Shared.Messaging;

namespace Flowstate.Contacts.Tests.Events;

/// <summary>Every event as it is on the wire. A changed file is a changed contract: additive, or a v2 beside it.</summary>
public class EventShapeTests
{
    private static readonly Guid Workspace = new("019ab000-0000-7000-8000-000000000001");
    private static readonly Guid Id = new("019ab000-0000-7000-8000-000000000002");
    private static readonly Guid Other = new("019ab000-0000-7000-8000-000000000003");
    private static readonly Guid Member = new("019ab000-0000-7000-8000-000000000004");
    private static readonly DateTimeOffset At = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);

    private static readonly ContactDetails Details = new(
        Id,
        7,
        Member,
        "Ana",
        "Lindqvist",
        "Ana Lindqvist",
        "Nordlys",
        "ana@nordlys.example",
        "+4799960001",
        ["ana@nordlys.example"],
        ["+4799960001"],
        "+4799960001",
        "ana",
        "NO",
        "nb",
        "Europe/Oslo",
        "presentationSent",
        At,
        5,
        ["vip"],
        "Referral",
        At
    );

    private static readonly FollowUpDetails FollowUp = new(Other, "videoCheckIn", "Check in", At, 1);

    private static readonly ContactState State = new(
        Details,
        At,
        At.AddDays(30),
        false,
        75,
        "Rebook",
        ["NO_SHOW"],
        "NO_SHOW",
        At,
        [FollowUp]
    );

    private static readonly IIntegrationEvent[] Events =
    [
        new ContactCreated(Workspace, 7, At, Details),
        new ContactUpdated(Workspace, 7, At, Details),
        new ContactsImported(Workspace, 1, At, Other, [Details]),
        new ContactDeleted(Workspace, Id, 7, At, Member),
        new ContactsDeleted(Workspace, Other, At, Member, [new DeletedContact(Id, 7)]),
        new ContactsErased(Workspace, Other, At, Member, [new DeletedContact(Id, 7)]),
        new ContactsUpdated(Workspace, Other, At, Member, [Details]),
        new ContactsRestored(Workspace, Other, At, Member, [new RestoredContact(Details, [FollowUp])]),
        new ContactsMoved(
            Workspace,
            Other,
            At,
            Member,
            "Old friends",
            [new MovedContact(Id, 7, "lead", "relationship", At, true, [FollowUp], [Member])]
        ),
        new ContactRestored(Workspace, 7, At, Details, [FollowUp]),
        new ContactsMerged(Workspace, 7, At, Other, Member, State, Other, 4),
        new ContactsUnmerged(Workspace, 7, At, Other, Member, State, State, [Other]),
        new StageChanged(Workspace, Id, 7, At, "lead", "relationship", true, "Old friends", Member),
        new TouchLogged(Workspace, Id, 7, At, Other, "call", "reached", Member, At, At.AddDays(30), false),
        new FactRecorded(Workspace, Id, 7, At, Other, "NO_SHOW", "manual", "Rebook"),
        new FollowUpScheduled(Workspace, Id, 7, At, Other, "rebook", "Rebook", At.AddHours(2), "Europe/Oslo"),
        new FollowUpRescheduled(Workspace, Id, 7, At, Other, "rebook", "Rebook", At.AddHours(5)),
        new FollowUpClosed(Workspace, Id, 7, At, Other, "done", Member),
        new QualificationChanged(Workspace, Id, 7, At, 75),
        new CadenceChanged(Workspace, 2, At, null, 120, 90, 60, 30),
        new ContactSnapshot(
            Workspace,
            7,
            At,
            Details,
            At,
            At.AddDays(30),
            75,
            "Rebook",
            ["NO_SHOW"],
            [FollowUp],
            false
        ),
    ];

    public static TheoryData<string> Names => [.. Events.Select(raised => OutboxMessage.NameOf(raised.GetType()))];

    private static readonly JsonSerializerOptions Readable = new(EventJson.Options) { WriteIndented = true };

    [Theory]
    [MemberData(nameof(Names))]
    public void An_event_is_written_as_agreed_and_read_back_whole(string name)
    {
        var raised = Events.Single(one => OutboxMessage.NameOf(one.GetType()) == name);
        var written = JsonSerializer.Serialize(raised, raised.GetType(), Readable);
        var golden = Path.Combine(AppContext.BaseDirectory, "Events", $"{name["contacts.".Length..]}.json");

        written.Trim().ShouldBe(File.ReadAllText(golden).Trim());
        var read = JsonSerializer.Deserialize(written, raised.GetType(), EventJson.Options)!;
        JsonSerializer.Serialize(read, read.GetType(), Readable).ShouldBe(written);
    }

    [Fact]
    public void Every_event_of_the_assembly_has_its_golden_file() =>
        typeof(ContactCreated)
            .Assembly.GetTypes()
            .Where(type => type.IsAssignableTo(typeof(IIntegrationEvent)))
            .Select(OutboxMessage.NameOf)
            .Order(StringComparer.Ordinal)
            .ShouldBe(Names.Select(row => row.Data).Order(StringComparer.Ordinal));
}
