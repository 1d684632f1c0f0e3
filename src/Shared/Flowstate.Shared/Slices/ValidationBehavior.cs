using System.Text.Json;
using FluentValidation;
using MediatR;

namespace Flowstate.Shared.Slices;

/// <summary>Checks the request's shape before its handler runs; failures name each field in camelCase.</summary>
internal sealed class ValidationBehavior<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
    where TResponse : IOutcome<TResponse>
{
    public async Task<TResponse> Handle(
        TRequest request,
        CancellationToken cancellationToken,
        RequestHandlerDelegate<TResponse> next
    )
    {
        Dictionary<string, string[]> fields = [];
        foreach (var validator in validators)
        {
            var outcome = await validator.ValidateAsync(request, cancellationToken);
            foreach (
                var field in outcome.Errors.GroupBy(failure => CamelCase(failure.PropertyName), StringComparer.Ordinal)
            )
            {
                fields[field.Key] = [.. field.Select(failure => failure.ErrorMessage)];
            }
        }

        return fields.Count == 0
            ? await next()
            : TResponse.Fail(
                new Error(ErrorKind.Invalid, "validation-failed", fields.Values.First()[0]) { Fields = fields }
            );
    }

    private static string CamelCase(string path) =>
        string.Join('.', path.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));
}
