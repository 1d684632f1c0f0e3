using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Duplicates;
using Flowstate.Contacts.Events;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Modules;
using Flowstate.Shared.Slices;

namespace Flowstate.Contacts.Demo;

/// <summary>Five hundred contacts in all stages, with the touches, facts and follow-ups of the past 60 days.</summary>
internal sealed class DemoContacts(ContactsDbContext db, TimeProvider clock) : IDemoData
{
    private const int Batch = 100;

    private static readonly (Stage Stage, int Count)[] Spread =
    [
        (Stage.Lead, 140),
        (Stage.Relationship, 95),
        (Stage.Invited, 70),
        (Stage.Qualified, 50),
        (Stage.PresentationSent, 45),
        (Stage.FollowUp, 35),
        (Stage.SignedUp, 30),
        (Stage.NotNow, 20),
        (Stage.Nurture, 15),
    ];

    public int Order => 20;

    public async Task Fill(DemoWorkspace demo, CancellationToken ct)
    {
        var now = clock.Moment();
        Random dice = new(2026);
        var stages = Spread.SelectMany(pair => Enumerable.Repeat(pair.Stage, pair.Count)).ToArray();
        dice.Shuffle(stages);
        foreach (var batch in stages.Index().Chunk(Batch))
        {
            db.ChangeTracker.Clear();
            foreach (var (number, stage) in batch)
            {
                Add(DemoStory.Tell(demo.WorkspaceId, OwnerOf(number, demo), number, stage, now, dice), now);
            }

            await db.SaveChangesAsync(ct);
        }

        await new LookThrough(db, clock).Run(TimeSpan.FromMinutes(1), ct);
        demo.Tell.Add($"{stages.Length} contacts in every stage, with 60 days of touches, facts and follow-ups");
    }

    /// <summary>
    /// Every other contact is the owner's own, so that the first sign-in sees a full day; who joined last only watches.
    /// </summary>
    private static Guid OwnerOf(int number, DemoWorkspace demo) =>
        demo.Members[number % 2 == 0 ? 0 : number / 2 % Math.Max(1, demo.Members.Count - 1)].Id;

    // The months are told to the others as snapshots: what they are now, not every step on the way.
    private void Add(DemoStory story, DateTimeOffset now)
    {
        var contact = story.Contact;
        contact.TakeEvents();
        db.Add(contact);
        db.AddRange(story.Rows);
        db.Raise(Snapshot.Of(contact, now));
        if (story.Rows.OfType<Touch>().MaxBy(touch => touch.At) is { } last)
        {
            db.Raise(
                new TouchLogged(
                    contact.WorkspaceId,
                    contact.Id,
                    contact.Rhythm.Sequence,
                    last.At,
                    last.Id,
                    Code.Of(last.Channel),
                    Code.Of(last.Outcome),
                    last.ByMemberId,
                    contact.Rhythm.LastTouchAt,
                    contact.Rhythm.NextTouchAt,
                    contact.Rhythm.Resting
                )
            );
        }
    }
}
