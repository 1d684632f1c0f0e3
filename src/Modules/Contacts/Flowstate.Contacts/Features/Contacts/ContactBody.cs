using System.Text.Json;
using Flowstate.Contacts.Domain;
using Flowstate.Shared.Slices;
using FluentValidation;

namespace Flowstate.Contacts.Features.Contacts;

/// <summary>What people write about a contact: the same for adding and for editing, where it replaces the whole.</summary>
internal abstract record ContactBody
{
    public string FirstName { get; init; } = "";

    public string? LastName { get; init; }

    public string? Organisation { get; init; }

    public string? Title { get; init; }

    public IReadOnlyList<PointBody>? Emails { get; init; }

    public IReadOnlyList<PointBody>? Phones { get; init; }

    public HandlesBody? Handles { get; init; }

    /// <summary>ISO 3166 alpha-2; phone numbers without a prefix are read in it.</summary>
    public string? Country { get; init; }

    public string? Language { get; init; }

    /// <summary>IANA, such as Europe/Oslo.</summary>
    public string? TimeZone { get; init; }

    public string? Source { get; init; }

    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>1 to 5 stars; 0 is not rated.</summary>
    public int Warmth { get; init; }

    public string? Notes { get; init; }

    /// <summary>
    /// The workspace's own fields, by key: a text, a number, a day such as 2026-03-01, the id of an option, a list of
    /// them, true or false, a link. Null clears one. An edit keeps those that are not named, and all of them where there
    /// is no <c>fields</c>.
    /// </summary>
    public IReadOnlyDictionary<string, JsonElement>? Fields { get; init; }

    public ContactDraft Draft() =>
        new()
        {
            FirstName = FirstName.Trim(),
            LastName = LastName.Tidy(),
            Organisation = Organisation.Tidy(),
            Title = Title.Tidy(),
            Emails = Points(Emails),
            Phones = Points(Phones),
            Handles = new Handles(
                Handle(Handles?.Instagram),
                Handle(Handles?.Messenger),
                Handle(Handles?.Whatsapp),
                Handle(Handles?.Linkedin)
            ),
            Country = Country.Tidy()?.ToUpperInvariant(),
            Language = Language.Tidy(),
            TimeZone = TimeZone.Tidy(),
            Source = Source.Tidy(),
            Tags =
            [
                .. (Tags ?? []).Select(tag => tag.Trim()).Where(tag => tag.Length > 0).Distinct(StringComparer.Ordinal),
            ],
            Warmth = Warmth,
            Notes = Notes.Tidy(),
        };

    private static IReadOnlyList<PointDraft> Points(IReadOnlyList<PointBody>? points) =>
        [.. (points ?? []).Select(point => new PointDraft(point.Label.Tidy(), point.Value.Trim()))];

    private static string? Handle(string? handle) => handle.Tidy()?.TrimStart('@').Tidy();
}

internal sealed record PointBody(string? Label, string Value);

internal sealed record HandlesBody(string? Instagram, string? Messenger, string? Whatsapp, string? Linkedin);

internal class ContactBodyValidator<TBody> : AbstractValidator<TBody>
    where TBody : ContactBody
{
    protected ContactBodyValidator()
    {
        RuleFor(body => body.FirstName)
            .NotEmpty()
            .WithMessage("A contact needs a first name.")
            .Text(ContactLimits.Name);
        RuleFor(body => body.LastName).Text(ContactLimits.Name);
        RuleFor(body => body.Organisation).Text(ContactLimits.Line);
        RuleFor(body => body.Title).Text(ContactLimits.Line);
        RuleFor(body => body.Notes).Text(ContactLimits.Text);
        RuleFor(body => body.Source).Text(ContactLimits.Line);
        RuleFor(body => body.Language).Text(35);
        RuleFor(body => body.TimeZone).Text(64).TimeZone();
        RuleFor(body => body.Warmth).InclusiveBetween(0, 5).WithMessage("Warmth is 0 (not rated) to 5 stars.");
        RuleFor(body => body.Country).Country();
        RuleFor(body => body.Tags)
            .Must(tags => tags is null || tags.Count <= ContactLimits.Tags)
            .WithMessage($"At most {ContactLimits.Tags} tags.");
        RuleForEach(body => body.Tags)
            .NotNull()
            .WithMessage("A tag is a word.")
            .Text(ContactLimits.Tag)
            .When(body => body.Tags is { Count: <= ContactLimits.Tags });
        RuleFor(body => body.Fields)
            .Must(fields => fields is null || fields.Count <= CustomField.Most)
            .WithMessage($"At most {CustomField.Most} fields.");
        RuleFor(body => body.Emails).Must(Few).WithMessage($"At most {ContactLimits.Points}.");
        RuleFor(body => body.Phones).Must(Few).WithMessage($"At most {ContactLimits.Points}.");
        // Only where there are few: thousands of wrong ones would be answered one by one.
        RuleForEach(body => body.Emails)
            .NotNull()
            .ChildRules(point => Point(point, MailShape, "Not a mail address."))
            .When(body => Few(body.Emails));
        RuleForEach(body => body.Phones)
            .NotNull()
            .ChildRules(point => Point(point, PhoneShape, "Not a phone number."))
            .When(body => Few(body.Phones));
        RuleFor(body => body.Handles)
            .ChildRules(handles =>
            {
                handles.RuleFor(names => names!.Instagram).Text(ContactLimits.Line);
                handles.RuleFor(names => names!.Messenger).Text(ContactLimits.Line);
                handles.RuleFor(names => names!.Whatsapp).Text(ContactLimits.Line);
                handles.RuleFor(names => names!.Linkedin).Text(ContactLimits.Line);
            })
            .When(body => body.Handles is not null);
    }

    private static void Point(InlineValidator<PointBody> point, Func<string, bool> shape, string message)
    {
        point.RuleFor(given => given.Label).Text(100);
        point
            .RuleFor(given => given.Value)
            .Text(ContactLimits.Line)
            .Must(value => value is not null && shape(value.Trim()))
            .WithMessage(message);
    }

    private static bool Few(IReadOnlyList<PointBody>? points) => points is null || points.Count <= ContactLimits.Points;

    private static bool MailShape(string mail) =>
        mail.Length <= 254
        && mail.LastIndexOf('@') is > 0 and var at
        && mail.IndexOf('@', StringComparison.Ordinal) == at
        && at < mail.Length - 1
        // The last two would end the address in a mailto: link and begin fields of its own.
        && !mail.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter) || letter is '?' or '&');

    private static bool PhoneShape(string phone) => phone.Count(char.IsDigit) >= 3;
}
