using Flowstate.Contacts.Domain;
using Flowstate.Contacts.Filters;
using Flowstate.Contacts.Persistence;
using Flowstate.Shared.Slices;
using FluentValidation;

namespace Flowstate.Contacts.Features.Contacts;

/// <summary>What the list takes to say who is meant, and whatever else works on the same people.</summary>
internal interface IAudienceRequest
{
    string? Search { get; }

    string? Stage { get; }

    int? Warmth { get; }

    string? Tag { get; }

    string? Filter { get; }
}

internal class AudienceValidator<TRequest> : AbstractValidator<TRequest>
    where TRequest : IAudienceRequest
{
    public AudienceValidator()
    {
        RuleFor(request => request.Warmth).InclusiveBetween(0, 5);
        RuleFor(request => request.Search).Text(100);
        RuleFor(request => request.Tag).Text(100);
        RuleFor(request => request.Filter).Text(ReadFilter.LongestText);
        RuleFor(request => request.Stage)
            .Must(stage => stage is null || Vocabularies.Read(stage) is not null)
            .WithMessage("There is no such stage.");
    }
}

internal static class AudienceRequest
{
    /// <summary>400 <c>contacts.search-too-short</c>, <c>contacts.filter-invalid</c>.</summary>
    public static async Task<Result<Audience>> Audience(
        this IAudienceRequest request,
        ContactsDbContext db,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var search = SearchTerm.Read(request.Search);
        if (search.Error is { } tooShort)
        {
            return tooShort;
        }

        var filter = await CompileFilter.From(request.Filter, db, clock.GetUtcNow(), ct);
        return filter.Error is { } wrong
            ? wrong
            : new Audience(search.Value, request.Stage, request.Warmth, request.Tag.Tidy(), filter.Value);
    }
}
