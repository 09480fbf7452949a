using TenkTanken.Data;
using TenkTanken.Endurance.Running;

namespace TenkTanken.Endurance.Trials;

/// <summary>P42: the form carries everything, so a site that is killed at any step of the checklist loses no answer of whoever is filling it in.</summary>
internal static class Steps
{
    private const int Posts = 5;

    private static readonly Dictionary<SignAnswer, string> Values = new()
    {
        [SignAnswer.Noticed] = "noticed",
        [SignAnswer.Unsure] = "unsure",
        [SignAnswer.NotNoticed] = "not-noticed",
    };

    public static async Task<IReadOnlyList<Finding>> RunAsync(Conditions conditions)
    {
        var (many, unfinished, lost, answers) = (conditions.Count(50), 0, 0, 0);
        using var folders = new Folders();
        var site = await Site.StartAsync(folders);
        var helper = new Helper(site);
        for (var i = 0; i < many; i++)
        {
            var (killAt, inFlight, step) = (conditions.Random.Next(Posts), conditions.Random.Next(2) == 0, 0);
            var questions = Helper.Answered((await helper.GetAsync(Helper.Checklist)).Form!, conditions.Random);
            var reflection = (await PostAsync(questions, "reflect")).Form;
            var changed = reflection is null ? null : (await PostAsync(reflection, "change")).Form;
            changed = changed is null ? null : Helper.Answered(changed, conditions.Random);
            reflection = changed is null ? null : (await PostAsync(changed, "reflect")).Form;
            reflection = reflection?.Tick("plans", "plan-talk-alone").Tick("plans", "plan-interpreter");

            // Once more, so that what was ticked on the reflection goes through a post and back.
            reflection = reflection is null ? null : (await PostAsync(reflection, "reflect")).Form;
            var code = reflection is null ? null : (await PostAsync(reflection, "save")).Code;
            if (code is null || !await helper.OpensAsync(code))
            {
                unfinished++;
                continue;
            }

            await using var stored = await Stored.OpenAsync(folders);
            var rounds = (await stored.OpenAsync(code))!.Session.Rounds;
            var given = changed!.Fields.Where(field => field.Name.StartsWith("sign-", StringComparison.Ordinal) && field.Value.Length > 0)
                .ToDictionary(field => field.Name["sign-".Length..], field => field.Value);
            var kept = rounds[^1].Signs.ToDictionary(sign => sign.Key, sign => Values[sign.Value]);
            answers += given.Count;
            lost += given.Count(answer => kept.GetValueOrDefault(answer.Key) != answer.Value) + kept.Keys.Except(given.Keys).Count();
            lost += rounds.Count == 1 && rounds[0].Plans.Keys.Order().SequenceEqual(["plan-interpreter", "plan-talk-alone"]) ? 0 : 1;

            async Task<Helper.Reply> PostAsync(Form form, string action)
            {
                if (step++ != killAt)
                {
                    return await helper.PostAsync(form, action);
                }

                var cut = inFlight ? helper.PostAsync(form, action) : Task.FromResult(new Helper.Reply(Helper.Reply.None, ""));
                await Task.Delay(conditions.Random.Next(12));
                await site.DisposeAsync();
                await cut;
                helper.Dispose();
                site = await Site.StartAsync(folders);
                helper = new(site);

                // What a helper does whose page did not come: the same button, on the same page.
                return await helper.PostAsync(form, action);
            }
        }

        helper.Dispose();
        await site.DisposeAsync();

        return
        [
            new(
                "P42",
                $"kill -9 × {many} before or during a random step of the checklist; the same button again afterwards (HTTP)",
                "0 answers lost, none saved twice; all finish and save",
                $"{lost} of {answers} answers lost or sessions otherwise than filled in; {unfinished} not finished",
                lost == 0 && unfinished == 0 && answers > 0),
        ];
    }
}
