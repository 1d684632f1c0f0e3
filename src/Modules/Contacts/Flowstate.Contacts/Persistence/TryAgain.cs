namespace Flowstate.Contacts.Persistence;

/// <summary>For a transaction that may be made anew: nothing of the one that failed is there.</summary>
internal static class TryAgain
{
    private const int Attempts = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <param name="passing">What the same work may get past at its next attempt.</param>
    /// <param name="work">Is told which attempt it is, from 1.</param>
    public static async Task<T> On<T>(Func<Exception, bool> passing, Func<int, Task<T>> work, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await work(attempt);
            }
            catch (Exception fault) when (attempt < Attempts && passing(fault))
            {
                await Task.Delay(Pause * attempt, ct);
            }
        }
    }
}
