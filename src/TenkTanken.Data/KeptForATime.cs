namespace TenkTanken.Data;

/// <summary>Something that is stored for a time. Each is registered as a service, and <see cref="Forgetting"/> asks them all.</summary>
/// <param name="Name">For the log, at the beginning of a sentence, in the plural: "Sessions".</param>
/// <param name="DeleteDue">Deletes what is due at that moment, on the writer's thread and in its transaction.</param>
internal sealed record KeptForATime(string Name, Action<StorageContext, DateTimeOffset> DeleteDue);
