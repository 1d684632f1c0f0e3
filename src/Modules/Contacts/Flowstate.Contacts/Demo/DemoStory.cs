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

    private static readonly string[] Plans =
    [
        "Hear how the week went",
        "Answer the question about the starter pack",
        "Ask what their partner thinks",
        "Send the price list they asked for",
        "Talk about a start next month",
    ];

    private readonly Random _dice;
    private readonly Guid _owner;
    private readonly DateTimeOffset _now;
    private DateTimeOffset _moment;
    private TimeSpan _pace;

    private DemoStory(Random dice, Guid owner, DateTimeOffset start, DateTimeOffset now)
    {
        (_dice, _owner, _moment, _now) = (dice, owner, start, now);
    }

    public required Contact Contact { get; init; }

    /// <summary>The history rows that are no part of the aggregate.</summary>
    public List<object> Rows { get; } = [];

    private DateTimeOffset Time => InDaytime(_moment, _now);

    private Stamp Stamp => new(_owner, Time);

    public static DemoStory Tell(Guid workspaceId, Guid owner, int number, Stage stage, DateTimeOffset now, Random dice)
    {
        var start = now.AddDays(-dice.Next(6, 60)).AddMinutes(-dice.Next(600));
        var contact = Contact.Create(workspaceId, owner, DemoPeople.Draft(number, dice), null, InDaytime(start, now));
        var story = new DemoStory(dice, owner, start, now) { Contact = contact };
        var goal = stage.IsSide() ? (Stage)dice.Next(1, 5) : stage;
        // Most were heard of this week, some not for a while.
        var silence = (now - start) * Math.Pow(dice.NextDouble(), 3) * 0.3;
        story._pace = (now - start - silence) / ((int)goal + 1);
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
        else if (stage == Stage.SignedUp && story._moment < now.AddDays(-2))
        {
            story._moment = story._moment.AddDays(1);
            story.Touch(Outcome.Reached);
        }

        story.Plan();
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
                Contact.Qualify(DemoPeople.Answers, Time);
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
    private void Plan()
    {
        if (Contact.Stage == Stage.Invited && _moment < _now.AddHours(-36) && _dice.Next(4) == 0)
        {
            _moment = _now.AddHours(-_dice.Next(1, 36));
            Fact(FactType.NoShow);
        }

        // Most check-ins were done in their day; the others are what today's list is made of.
        foreach (var open in Contact.OpenFollowUps.Where(open => open.DueAt < _now.AddHours(-1)).ToList())
        {
            if (open.DueAt < _now.AddDays(-2) || _dice.Next(3) > 0)
            {
                _moment = open.DueAt.AddMinutes(_dice.Next(90));
                Touch(Outcome.Reached, open.Id);
            }
        }

        if (!Contact.OpenFollowUps.Any() && !Contact.Stage.IsSide() && _dice.Next(6) <= (int)Contact.Stage)
        {
            var due = DaytimeOn(_now.AddDays(_dice.Next(-1, 7)), _dice.NextDouble());
            Contact.Schedule(Plans[_dice.Next(Plans.Length)], due, null, Stamp);
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
            Contact.Schedule("Talk it through", Time, null, Stamp);
        }

        Touch(Outcome.Reached, Contact.OpenFollowUps.First().Id);
    }

    private void Wait() => _moment += _pace * (0.8 + (_dice.NextDouble() * 0.2));

    // People are written to between 8 and 20 o'clock. The order of moments stays, and nothing lies ahead of now.
    private static DateTimeOffset InDaytime(DateTimeOffset moment, DateTimeOffset now)
    {
        var then = DaytimeOn(moment, moment.UtcDateTime.TimeOfDay / TimeSpan.FromDays(1));
        return then < now ? then : now;
    }

    private static DateTimeOffset DaytimeOn(DateTimeOffset day, double share)
    {
        var minutes = 5 * (int)(share * 12 * 12);
        return new DateTimeOffset(day.UtcDateTime.Date, TimeSpan.Zero).AddHours(8).AddMinutes(minutes);
    }

    private void Touch(Outcome outcome, Guid? followUpId = null)
    {
        var direction = _dice.Next(4) == 0 ? Direction.In : Direction.Out;
        var channel = Channels[_dice.Next(Channels.Length)];
        var touch = Domain.Touch.Log(
            Contact,
            Guid.CreateVersion7(Time),
            channel,
            direction,
            outcome,
            null,
            Time,
            Stamp
        );
        Contact.LogTouch(touch, followUpId, Method.Default, Stamp);
        Rows.Add(touch);
    }

    private void Fact(FactType type)
    {
        var id = Guid.CreateVersion7(Time);
        Contact.Record(id, type, "manual", Time, Method.Default, Stamp);
        Rows.Add(RecordedFact.Of(Contact, id, $"demo-{id:N}", type, "manual", Time, Stamp));
    }

    private void Move(Stage to, string? reason) =>
        Rows.Add(Contact.MoveTo(to, force: false, reason, Method.Default, Stamp).Value);
}
