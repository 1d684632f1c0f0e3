using Flowstate.Contacts.Domain;

namespace Flowstate.Contacts.Demo;

/// <summary>
/// One contact's way to a stage over the past weeks, told by the same verbs and through the same gates as in real life.
/// </summary>
internal sealed class DemoStory
{
    private static readonly Channel[] Channels =
    [
        Channel.Whatsapp,
        Channel.Call,
        Channel.Dm,
        Channel.Meeting,
        Channel.Sms,
    ];

    private readonly Random _dice;
    private readonly Guid _owner;
    private DateTimeOffset _time;
    private TimeSpan _pace;

    private DemoStory(Random dice, Guid owner, DateTimeOffset start)
    {
        (_dice, _owner, _time) = (dice, owner, start);
    }

    public required Contact Contact { get; init; }

    /// <summary>The history rows that are no part of the aggregate.</summary>
    public List<object> Rows { get; } = [];

    private Stamp Stamp => new(_owner, _time);

    public static DemoStory Tell(Guid workspaceId, Guid owner, int number, Stage stage, DateTimeOffset now, Random dice)
    {
        var start = now.AddDays(-dice.Next(4, 60)).AddMinutes(-dice.Next(600));
        var contact = Contact.Create(workspaceId, owner, DemoPeople.Draft(number, dice), null, start);
        var story = new DemoStory(dice, owner, start) { Contact = contact };
        var goal = stage.IsSide() ? (Stage)dice.Next(1, 5) : stage;
        story._pace = (now - start) / ((int)goal + 2);
        while (contact.Stage < goal)
        {
            story.StepForward();
        }

        if (stage.IsSide())
        {
            story.LeaveTheLine(stage);
        }
        else if (stage == Stage.Lead && dice.Next(3) == 0)
        {
            story.Touch(Outcome.NoAnswer);
        }

        story.Plan(now);
        return story;
    }

    private void StepForward()
    {
        Wait();
        switch (Contact.Stage)
        {
            case Stage.Lead:
                Touch(Outcome.Reached);
                break;
            case Stage.Relationship:
                Touch(Outcome.Reached);
                Fact(FactType.InviteSent);
                break;
            case Stage.Invited:
                Contact.Qualify(DemoPeople.Answers, _time);
                break;
            case Stage.Qualified:
                Fact(_dice.Next(4) == 0 ? FactType.MeetingHeld : FactType.VideoSent);
                break;
            case Stage.PresentationSent:
                FollowUp();
                break;
            default:
                Fact(_dice.Next(5) == 0 ? FactType.Purchased : FactType.JoinedTeam);
                break;
        }

        Move(Contact.Stage.Next()!.Value, null);
    }

    /// <summary>What lies ahead, and what came in between: some invited people do not show up.</summary>
    private void Plan(DateTimeOffset now)
    {
        if (Contact.Stage == Stage.Invited && _dice.Next(5) == 0)
        {
            _time = now.AddHours(-_dice.Next(1, 30));
            Fact(FactType.NoShow);
        }

        // Old check-ins were done in their day; recent ones are what today's list is made of.
        foreach (var open in Contact.OpenFollowUps.Where(open => open.DueAt < now.AddDays(-2)).ToList())
        {
            _time = open.DueAt.AddHours(_dice.Next(1, 8));
            Touch(Outcome.Reached, open.Id);
        }

        if (!Contact.OpenFollowUps.Any() && Contact.Stage < Stage.SignedUp && _dice.Next(4) == 0)
        {
            Contact.Schedule("Ask how the week went", now.AddDays(_dice.Next(-1, 6)), null, Stamp);
        }
    }

    private void LeaveTheLine(Stage side)
    {
        Wait();
        Touch(side == Stage.NotNow ? Outcome.NoThanks : Outcome.Reached);
        Move(side, side == Stage.NotNow ? "Not the right time, asked me to come back" : "Keeps an eye on us");
    }

    private void FollowUp()
    {
        if (!Contact.OpenFollowUps.Any())
        {
            Contact.Schedule("Talk it through", _time, null, Stamp);
        }

        Touch(Outcome.Reached, Contact.OpenFollowUps.First().Id);
    }

    private void Wait() => _time += _pace * (0.6 + (_dice.NextDouble() * 0.4));

    private void Touch(Outcome outcome, Guid? followUpId = null)
    {
        var direction = _dice.Next(4) == 0 ? Direction.In : Direction.Out;
        var channel = Channels[_dice.Next(Channels.Length)];
        var touch = Domain.Touch.Log(
            Contact,
            Guid.CreateVersion7(_time),
            channel,
            direction,
            outcome,
            null,
            _time,
            Stamp
        );
        Contact.LogTouch(touch, followUpId, CadenceDays.Default, Stamp);
        Rows.Add(touch);
    }

    private void Fact(FactType type)
    {
        var id = Guid.CreateVersion7(_time);
        Contact.Record(id, type, "manual", _time, Stamp);
        Rows.Add(RecordedFact.Of(Contact, id, $"demo-{id:N}", type, "manual", _time, Stamp));
    }

    private void Move(Stage to, string? reason) => Rows.Add(Contact.MoveTo(to, force: false, reason, Stamp).Value);
}
