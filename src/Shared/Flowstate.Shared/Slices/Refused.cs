using MediatR;

namespace Flowstate.Shared.Slices;

/// <summary>
/// Carries an <see cref="Slices.Error"/> up from where no <see cref="Result{T}"/> can be returned (a unique
/// violation on save, a lost update). <see cref="RefusalBehavior{TRequest,TResponse}"/> turns it back into a result.
/// </summary>
public sealed class Refused(Error error, Exception? cause = null) : Exception(error.Message, cause)
{
    public Error Error { get; } = error;
}

internal sealed class RefusalBehavior<TRequest, TResponse> : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
    where TResponse : IOutcome<TResponse>
{
    public async Task<TResponse> Handle(
        TRequest request,
        CancellationToken cancellationToken,
        RequestHandlerDelegate<TResponse> next
    )
    {
        try
        {
            return await next();
        }
        catch (Refused refused)
        {
            return TResponse.Fail(refused.Error);
        }
    }
}
