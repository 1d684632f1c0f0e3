using Flowstate.Contacts.Domain;

namespace Flowstate.Contacts.Tests.Domain;

/// <summary>A contact to try the rules on, and the clock of these tests.</summary>
internal static class AContact
{
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    public static readonly Guid Owner = Guid.CreateVersion7();
    public static readonly Stamp ByOwner = new(Owner, Now);

    public static Contact Lead(int warmth = 5) => In(Stage.Lead, warmth);

    public static Contact In(Stage stage, int warmth = 5)
    {
        var contact = Contact.Import(
            Guid.CreateVersion7(),
            Owner,
            new ContactDraft { FirstName = "Ana", Warmth = warmth },
            stage,
            "PT",
            Now
        );
        contact.TakeEvents();
        return contact;
    }

    public static Contact With(this Contact contact, FactType fact, DateTimeOffset? at = null)
    {
        contact.Record(Guid.CreateVersion7(), fact, "manual", at ?? Now, Method.Default, ByOwner);
        return contact;
    }

    public static Contact Touched(this Contact contact, DateTimeOffset? at = null, Outcome outcome = Outcome.Reached)
    {
        var touch = Touch.Log(
            contact,
            Guid.CreateVersion7(),
            Channel.Call,
            Direction.Out,
            outcome,
            null,
            at ?? Now,
            ByOwner
        );
        contact.LogTouch(touch, null, Method.Default, ByOwner);
        return contact;
    }

    public static string? Move(this Contact contact, Stage to, bool force = false, string? reason = null) =>
        contact.MoveTo(to, force, reason, Method.Default, ByOwner).Error?.Code;
}
