namespace TenkTanken.Data;

/// <summary>Something that is stored for a time. Each is registered as a service, and <see cref="Forgetting"/> asks them all.</summary>
/// <param name="Name">For the log, at the beginning of a sentence, in the plural: "Sessions".</param>
/// <param name="DeleteDueAsync">
/// Deletes what is due at that moment, through the writer of its own database: with <see cref="StorageWriter{TContext}.WriteAndTidyAsync"/>,
/// so that nothing of it is left in the file or its log.
/// </param>
internal sealed record KeptForATime(string Name, Func<DateTimeOffset, CancellationToken, Task<WriteEnd>> DeleteDueAsync);
